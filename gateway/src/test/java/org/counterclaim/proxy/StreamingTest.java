package org.counterclaim.proxy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.counterclaim.fixture.RawServer.readHead;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.counterclaim.fixture.RawServer;
import org.counterclaim.fixture.Services;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Services.class)
class StreamingTest {

    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS = 1024;

    @TestHTTPResource("/v1/articles")
    URI articles;

    Services services;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void theServiceIsReplaced() {
        services.articles().close();
    }

    @Test
    void whatComesIsPassedOnBeforeTheRestIsThere() throws Exception {
        CountDownLatch firstWasRead = new CountDownLatch(1);
        try (RawServer server = new RawServer(services.articles().port(), (in, out) -> {
            readHead(in);
            out.write((CHUNKED + "5\r\nfirst\r\n").getBytes(US_ASCII));
            out.flush();
            firstWasRead.await();
            out.write("4\r\nlast\r\n0\r\n\r\n".getBytes(US_ASCII));
        })) {
            InputStream body = get().body();
            assertEquals("first", new String(body.readNBytes(5), US_ASCII));
            firstWasRead.countDown();
            assertEquals("last", new String(body.readAllBytes(), US_ASCII));
        }
    }

    @Test
    void aSlowReaderSlowsTheServiceDown() throws Exception {
        AtomicLong written = new AtomicLong();
        try (RawServer server = new RawServer(services.articles().port(), (in, out) -> {
            readHead(in);
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + (long) BLOCK * BLOCKS + "\r\n\r\n").getBytes(US_ASCII));
            for (int i = 0; i < BLOCKS; i++) {
                out.write(new byte[BLOCK]);
                written.addAndGet(BLOCK);
            }
        })) {
            try (Socket reader = new Socket(articles.getHost(), articles.getPort())) {
                reader.setReceiveBufferSize(BLOCK);
                reader.getOutputStream().write("GET /v1/articles HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
                readHead(reader.getInputStream());
                AtomicLong before = new AtomicLong(-1);
                await().pollInterval(Duration.ofMillis(300))
                        .until(() -> written.get() == before.getAndSet(written.get()) && written.get() > 0);
                assertTrue(written.get() < (long) BLOCK * BLOCKS / 2, "held back, not buffered: " + written);
                long read = reader.getInputStream().readNBytes(BLOCK * BLOCKS).length;
                assertEquals((long) BLOCK * BLOCKS, read);
            }
        }
    }

    @Test
    void anAnswerThatNobodyReadsIsBrokenOff() throws Exception {
        CountDownLatch brokenOff = new CountDownLatch(1);
        try (RawServer server = new RawServer(services.articles().port(), (in, out) -> {
            readHead(in);
            out.write(CHUNKED.getBytes(US_ASCII));
            try {
                while (true) {
                    out.write(("8000\r\n" + "x".repeat(0x8000) + "\r\n").getBytes(US_ASCII));
                }
            } finally {
                brokenOff.countDown();
            }
        })) {
            get().body().close();
            assertTrue(brokenOff.await(5, SECONDS));
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNotMadeToLookWhole() throws Exception {
        try (RawServer server = RawServer.saying(services.articles().port(), CHUNKED + "5\r\nfirst\r\n")) {
            HttpResponse<InputStream> answer = get();
            assertEquals(200, answer.statusCode());
            assertThrows(IOException.class, () -> answer.body().readAllBytes());
        }
    }

    @Test
    void aBodyThatBreaksOffIsNotMadeToLookWhole() throws Exception {
        CompletableFuture<String> arrived = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        try (RawServer server = new RawServer(services.articles().port(), (in, out) -> {
            readHead(in);
            byte[] first = in.readNBytes(10);
            begun.countDown();
            StringBuilder rest = new StringBuilder(new String(first, US_ASCII));
            try {
                rest.append(new String(in.readAllBytes(), US_ASCII));
            } catch (IOException reset) {
                rest.append("reset");
            }
            arrived.complete(rest.toString());
        })) {
            try (Socket writer = new Socket(articles.getHost(), articles.getPort())) {
                OutputStream out = writer.getOutputStream();
                out.write("POST /v1/articles HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n"
                        .getBytes(US_ASCII));
                out.flush();
                assertTrue(begun.await(5, SECONDS));
            }
            assertFalse(arrived.get(5, SECONDS).contains("0\r\n\r\n"), "the end of a body that had none");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyOverTheLimitIsRefused(boolean chunked) throws Exception {
        byte[] body = new byte[1_100_000];
        services.articles().open();
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        HttpRequest request = HttpRequest.newBuilder(articles)
                .POST(chunked ? stream : BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("/problems/payload-too-large"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUploadMayBeLarger(boolean chunked) throws Exception {
        byte[] body = new byte[1_100_000];
        services.articles()
                .open()
                .answers("/v1/articles/imports", aResponse().withStatus(202).withBody("kept"));
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        HttpRequest request = HttpRequest.newBuilder(articles.resolve("/v1/articles/imports"))
                .POST(chunked ? stream : BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertEquals(202, answer.statusCode(), answer.body());
        services.articles()
                .server()
                .verify(1, postRequestedFor(urlEqualTo("/v1/articles/imports")).withRequestBody(binaryEqualTo(body)));
    }

    @Test
    void anUploadHasALimitToo() throws Exception {
        try (Socket writer = new Socket(articles.getHost(), articles.getPort())) {
            String head = "POST /v1/articles/imports HTTP/1.1\r\nHost: x\r\nContent-Length: 67108865\r\n\r\n";
            writer.getOutputStream().write(head.getBytes(US_ASCII));
            assertEquals("HTTP/1.1 413", new String(writer.getInputStream().readNBytes(12), US_ASCII));
        }
    }

    @Test
    void aBodyWithoutALengthArrivesOverHttp2() throws Exception {
        services.articles()
                .open()
                .answers("/v1/articles", aResponse().withStatus(201).withBody("made"));
        HttpClient modern =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpResponse<String> upgrade =
                modern.send(HttpRequest.newBuilder(articles).build(), BodyHandlers.ofString());
        assertEquals(HttpClient.Version.HTTP_2, upgrade.version());
        byte[] body = "a body".getBytes(US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(articles)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        HttpResponse<String> answer = modern.send(request, BodyHandlers.ofString());
        assertEquals(HttpClient.Version.HTTP_2, answer.version());
        assertEquals(201, answer.statusCode());
        assertEquals("made", answer.body());
        services.articles()
                .server()
                .verify(1, postRequestedFor(urlEqualTo("/v1/articles")).withRequestBody(equalTo("a body")));
    }

    @Test
    void aBodyOverTheLimitIsRefusedOverHttp2() throws Exception {
        services.articles().open();
        byte[] body = new byte[1_100_000];
        HttpClient modern =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        modern.send(HttpRequest.newBuilder(articles).build(), BodyHandlers.ofString());
        HttpRequest request = HttpRequest.newBuilder(articles)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        assertEquals(413, modern.send(request, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void anAnswerBeforeTheBodyIsReadReachesTheWriter() throws Exception {
        String refusal = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno";
        try (RawServer server = RawServer.saying(services.articles().port(), refusal)) {
            HttpRequest request = HttpRequest.newBuilder(articles)
                    .expectContinue(true)
                    .POST(BodyPublishers.ofByteArray(new byte[1_000]))
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertEquals(401, answer.statusCode());
            assertEquals("no", answer.body());
        }
    }

    private HttpResponse<InputStream> get() throws Exception {
        return client.send(HttpRequest.newBuilder(articles).build(), BodyHandlers.ofInputStream());
    }
}
