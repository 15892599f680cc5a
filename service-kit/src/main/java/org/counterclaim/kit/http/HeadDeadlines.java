package org.counterclaim.kit.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.EpollTransport;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.transport.Transport;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives each connection of a server its {@link HeadDeadline}. Neither Quarkus nor Vert.x has such a limit, and a request that never
 * becomes whole reaches no filter: this is where a connection can be seen before it has said anything. All servers here speak HTTP.
 */
public final class HeadDeadlines implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        Transport kernel = new OfKernel();
        builder.findTransport(
                builder.options().getPreferNativeTransport() && kernel.isAvailable() ? kernel : new OfJdk());
    }

    /** Sockets by Linux's own interface. */
    private static final class OfKernel extends EpollTransport {

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap server) {
            super.configure(options, domainSocket, server);
            watch(server);
        }
    }

    /** Sockets by the JDK, everywhere. */
    private static final class OfJdk extends JDKTransport {

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap server) {
            super.configure(options, domainSocket, server);
            watch(server);
        }
    }

    private static void watch(ServerBootstrap server) {
        server.handler(new Acceptance(ConfigProvider.getConfig()
                .getValue("counterclaim.head-timeout", Duration.class)
                .toNanos()));
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
