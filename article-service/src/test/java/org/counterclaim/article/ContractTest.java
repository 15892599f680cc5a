package org.counterclaim.article;

import java.io.IOException;
import org.counterclaim.kit.fixture.CommittedSpec;
import org.junit.jupiter.api.Test;

class ContractTest {

    @Test
    void theCommittedContractIsWhatTheBuildWrites() throws IOException {
        CommittedSpec.isWhatTheBuildWrites();
    }
}
