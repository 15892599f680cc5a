package org.counterclaim.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A stream that fails as soon as it is longer than the limit. */
final class Bounded implements ReadStream<Buffer> {

    /** More came than is allowed. */
    static final class TooLong extends RuntimeException {
        TooLong(long limit) {
            super("A body may have " + limit + " bytes.", null, false, false);
        }
    }

    private final ReadStream<Buffer> source;
    private Handler<Throwable> onFailure = failure -> {};
    private final long limit;
    private long left;

    Bounded(ReadStream<Buffer> source, long limit) {
        this.source = source;
        this.limit = limit;
        this.left = limit;
    }

    @Override
    public Bounded handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : piece -> count(piece, handler));
        return this;
    }

    private void count(Buffer piece, Handler<Buffer> handler) {
        boolean within = left >= 0;
        left -= piece.length();
        if (left >= 0) {
            handler.handle(piece);
        } else if (within) {
            onFailure.handle(new TooLong(limit));
        }
    }

    @Override
    public Bounded exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler == null ? failure -> {} : handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public Bounded pause() {
        source.pause();
        return this;
    }

    @Override
    public Bounded resume() {
        source.resume();
        return this;
    }

    @Override
    public Bounded fetch(long amount) {
        source.fetch(amount);
        return this;
    }

    @Override
    public Bounded endHandler(Handler<Void> handler) {
        source.endHandler(handler);
        return this;
    }
}
