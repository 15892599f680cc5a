package org.counterclaim.kit.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Closes a connection on which the head of the next request is not whole in time, counted from its opening or from the end of its
 * last exchange. Bytes that come one by one do not put this off, as they do with the server's idle time-out.
 *
 * <p>Beginnings and ends of exchanges are only noted; the one timer of a connection looks at them when it fires.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<HeadDeadline> OF_CHANNEL = AttributeKey.valueOf(HeadDeadline.class.getName());

    private final long limit;
    private final AtomicInteger exchanges = new AtomicInteger();
    private volatile long idleSince = System.nanoTime();
    private ScheduledFuture<?> timer;

    /** @param limit in nanoseconds */
    HeadDeadline(long limit) {
        this.limit = limit;
    }

    /** That of a connection; empty where nobody watches, in a test that brings its own server. */
    static Optional<HeadDeadline> of(Channel channel) {
        return Optional.ofNullable(channel.attr(OF_CHANNEL).get());
    }

    /** A head is whole. */
    void begin() {
        exchanges.incrementAndGet();
    }

    /** It has its answer. */
    void end() {
        idleSince = System.nanoTime();
        exchanges.decrementAndGet();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.channel().attr(OF_CHANNEL).set(this);
        look(context, limit);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        timer.cancel(false);
        context.fireChannelInactive();
    }

    private void look(ChannelHandlerContext context, long nanos) {
        timer = context.executor().schedule(() -> closeIfLate(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void closeIfLate(ChannelHandlerContext context) {
        long left = exchanges.get() > 0 ? limit : limit - (System.nanoTime() - idleSince);
        if (left > 0) {
            look(context, left);
        } else {
            context.close();
        }
    }
}
