package org.counterclaim;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.counterclaim.kit.fixture.CommittedSpec;
import org.counterclaim.kit.fixture.LocalParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ContractTest {

    @Test
    void theCommittedContractIsWhatTheBuildWrites() throws IOException {
        CommittedSpec.isWhatTheBuildWrites();
    }
}
