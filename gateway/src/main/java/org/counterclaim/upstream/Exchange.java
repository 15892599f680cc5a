package org.counterclaim.upstream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call of a service, sent again if the connection that it was sent on had rested too long. */
final class Exchange implements SecondTries.Call {

    private final Buffer body;
    private final long end;
    private final Future<Answer> answer;
    private Future<HttpClientRequest> sent;

    /**
     * @param body null for none
     * @param limit how long it may take
     */
    Exchange(Connections connections, RequestOptions options, Buffer body, Duration limit) {
        this.body = body;
        this.end = System.nanoTime() + limit.toNanos();
        this.answer = send(connections.request(options))
                .recover(failure ->
                        isStale(failure) ? send(connections.requestAfresh(options)) : Future.failedFuture(failure));
    }

    @Override
    public Future<Answer> answer() {
        return answer;
    }

    /** Only what is still running: the connection of an answer that is whole serves somebody else already. */
    @Override
    public void abandon() {
        if (!answer.isComplete()) {
            breakOff();
        }
    }

    private Future<Answer> send(Future<HttpClientRequest> connected) {
        sent = connected;
        long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
        return connected
                .compose(request -> body == null ? request.send() : request.send(body))
                .compose(Exchange::read)
                .timeout(left, TimeUnit.MILLISECONDS)
                .onFailure(failure -> {
                    if (failure instanceof TimeoutException) {
                        breakOff();
                    }
                });
    }

    private boolean isStale(Throwable failure) {
        return sent.succeeded() && Connections.wasStale(sent.result(), failure);
    }

    private void breakOff() {
        sent.onSuccess(HttpClientRequest::reset);
    }

    /** A connection that breaks within the body has cut it: what came is no answer. */
    private static Future<Answer> read(HttpClientResponse response) {
        return response.body()
                .recover(cut -> Future.failedFuture(UpstreamFailure.invalid("The body is cut: " + cut.getMessage())))
                .map(body -> Answer.of(response, body));
    }
}
