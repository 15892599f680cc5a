package org.counterclaim.kit.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives each connection of a server its {@link HeadDeadline}. Neither Quarkus nor Vert.x has such a limit, and a request that never
 * becomes whole reaches no filter: this is where a connection can be seen before it has said anything. All servers here speak HTTP.
 */
public final class HeadDeadlines implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Watching());
    }

    /** The transport that Quarkus uses unless it is told to use a native one, which we do not bring. */
    private static final class Watching extends JDKTransport {

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap server) {
            super.configure(options, domainSocket, server);
            server.handler(new Acceptance(ConfigProvider.getConfig()
                    .getValue("counterclaim.head-timeout", Duration.class)
                    .toNanos()));
        }
    }

    /** Sees the connections that a server accepts. */
    private static final class Acceptance extends ChannelInboundHandlerAdapter {

        private final long limit;

        Acceptance(long limit) {
            this.limit = limit;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) {
            ((Channel) connection).pipeline().addFirst(new HeadDeadline(limit));
            context.fireChannelRead(connection);
        }
    }
}
