package org.counterclaim.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * One address for the replicas of a service, as a Kubernetes Service is: each new connection goes to the next replica that is
 * ready, and stays with it for as long as both sides keep it. It knows nothing of HTTP and tries nothing twice.
 */
final class Balancer implements AutoCloseable {

    private static final int LOOK_EVERY_MS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Replica> replicas;
    private final Set<Replica> ready = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService looking = Executors.newScheduledThreadPool(2);
    private final ServerSocket listener;
    private int last;

    Balancer(List<Replica> replicas) {
        this.replicas = List.copyOf(replicas);
        try {
            listener = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
        replicas.forEach(replica ->
                looking.scheduleWithFixedDelay(() -> look(replica), 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS));
    }

    int port() {
        return listener.getLocalPort();
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    /** Waits until this one gets connections. */
    void awaitReady(Replica replica) {
        Awaitility.await().atMost(PATIENCE).until(() -> ready.contains(replica));
    }

    /** Waits until this one gets none any more. */
    void awaitGone(Replica replica) {
        Awaitility.await().atMost(PATIENCE).until(() -> !ready.contains(replica));
    }

    @Override
    public void close() throws IOException {
        looking.shutdownNow();
        listener.close();
        threads.shutdownNow();
    }

    private void look(Replica replica) {
        try {
            replica.isReady().ifPresent(is -> {
                if (is) {
                    ready.add(replica);
                } else {
                    ready.remove(replica);
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException closedOrNobodyThere) {
                // the loop ends with the listener
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Replica replica = next();
        if (replica == null) {
            client.close();
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), replica.port());
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            threads.execute(() -> pump(client, server));
            threads.execute(() -> pump(server, client));
        } catch (IOException refused) {
            client.close();
        }
    }

    /** The next one in turn that is ready, null if none is. */
    private Replica next() {
        for (int i = 1; i <= replicas.size(); i++) {
            int at = (last + i) % replicas.size();
            if (ready.contains(replicas.get(at))) {
                last = at;
                return replicas.get(at);
            }
        }
        return null;
    }

    /** Until one side has said all; then it is over for both, as it is when a process ends. */
    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // both are closed by now
        }
    }
}
