package org.counterclaim.article;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.counterclaim.kit.fixture.HostileInput;
import org.counterclaim.kit.fixture.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class HostileInputTest extends HostileInput {

    @TestHTTPResource("/")
    URI server;

    @Override
    protected URI server() {
        return server;
    }
}
