package ru.mcu.channel.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.unit.DataSize;

/** Downloads from strangers' servers: each redirect is checked like the first address, and nothing is without an end. */
final class Downloads implements AutoCloseable {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final int OK = 200;
    private static final int MACHINES_TRIED = 3;
    private static final int BUFFER = 64 * 1024;

    private final MediaSettings settings;
    private final AddressGuard guard;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch;

    Downloads(MediaSettings settings, AddressGuard guard) {
        this.settings = settings;
        this.guard = guard;
        this.client = client(settings);
        CustomizableThreadFactory threads = new CustomizableThreadFactory("media-limit-");
        threads.setDaemon(true);
        this.watch = Executors.newSingleThreadScheduledExecutor(threads);
    }

    /**
     * Fetches a file; not longer than the total time, not a byte more than the size.
     *
     * @throws FetchFailed with the reason for staff; the file on disk is then worthless
     * @throws IOException when our own disk fails
     */
    void fetch(URI address, Path target, DataSize largest) throws IOException {
        Attempt attempt = new Attempt();
        Future<?> limit = watch.schedule(attempt::timeIsUp, settings.totalTime().toMillis(), TimeUnit.MILLISECONDS);
        try {
            follow(address, target, largest, attempt);
        } finally {
            limit.cancel(false);
        }
    }

    /** What can be broken off from another thread. */
    private static final class Attempt {

        private final AtomicReference<HttpGet> current = new AtomicReference<>();
        private final AtomicBoolean late = new AtomicBoolean();

        void begins(HttpGet request) throws FetchFailed {
            current.set(request);
            if (late.get()) {
                throw tooSlow();
            }
        }

        void timeIsUp() {
            late.set(true);
            HttpGet request = current.get();
            if (request != null) {
                request.abort();
            }
        }

        FetchFailed failed(IOException e) {
            if (late.get()) {
                return tooSlow();
            }
            return e instanceof FetchFailed known ? known : FetchFailed.forNow("сервер с файлом не отвечает");
        }

        private static FetchFailed tooSlow() {
            return FetchFailed.forNow("сервер отдаёт файл слишком медленно");
        }
    }

    private void follow(URI first, Path target, DataSize largest, Attempt attempt) throws IOException {
        URI address = first;
        for (int redirects = 0; redirects <= settings.redirects(); redirects++) {
            URI next = ask(guard.destination(address), target, largest, attempt);
            if (next.equals(address)) {
                return;
            }
            address = next;
        }
        throw FetchFailed.forever("сервер слишком долго отправляет с адреса на адрес");
    }

    /** Returns the same address when the file is here, another one when it has moved. */
    private URI ask(Destination destination, Path target, DataSize largest, Attempt attempt) throws IOException {
        int tried = 0;
        for (InetAddress machine : destination.machines()) {
            try {
                return ask(destination, machine, target, largest, attempt);
            } catch (ConnectException | NoRouteToHostException e) { // also when connecting took too long
                if (++tried == Math.min(MACHINES_TRIED, destination.machines().size())) {
                    throw attempt.failed(e);
                }
            }
        }
        throw FetchFailed.forNow("сервер с файлом не отвечает");
    }

    private URI ask(Destination to, InetAddress machine, Path target, DataSize largest, Attempt attempt)
            throws IOException {
        HttpGet request = new HttpGet(to.address());
        attempt.begins(request);
        HttpHost host = new HttpHost(to.address().getScheme(), machine, to.host(), to.port());
        try (OutputStream out = Files.newOutputStream(target);
                ClassicHttpResponse response = open(host, request, attempt)) {
            try {
                return taken(to.address(), response, out, largest, attempt);
            } finally {
                request.abort(); // closing it politely would read an endless body to its end
            }
        }
    }

    private ClassicHttpResponse open(HttpHost host, HttpGet request, Attempt attempt) throws IOException {
        try {
            return client.executeOpen(host, request, null);
        } catch (ConnectException | NoRouteToHostException e) {
            throw e;
        } catch (SocketTimeoutException | RuntimeException e) {
            throw attempt.failed(new IOException(e));
        } catch (IOException e) {
            throw attempt.failed(e);
        }
    }

    private static URI taken(
            URI asked, ClassicHttpResponse response, OutputStream out, DataSize largest, Attempt attempt)
            throws IOException {
        int status = response.getCode();
        if (REDIRECTS.contains(status)) {
            return moved(asked, response.getFirstHeader(HttpHeaders.LOCATION));
        }
        if (GONE.contains(status)) {
            throw FetchFailed.forever("файла по этому адресу больше нет");
        }
        HttpEntity entity = response.getEntity();
        if (status != OK || entity == null) {
            throw FetchFailed.forNow("сервер не отдаёт файл (ответ " + status + ")");
        }
        if (entity.getContentLength() > largest.toBytes()) {
            throw tooLarge(largest);
        }
        copy(entity, out, largest, attempt);
        return asked;
    }

    private static void copy(HttpEntity entity, OutputStream out, DataSize largest, Attempt attempt)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        for (int read = read(entity, buffer, attempt); read >= 0; read = read(entity, buffer, attempt)) {
            total += read;
            if (total > largest.toBytes()) {
                throw tooLarge(largest);
            }
            out.write(buffer, 0, read);
        }
    }

    @SuppressWarnings("resource") // closing the content would read an endless body to its end
    private static int read(HttpEntity entity, byte[] buffer, Attempt attempt) throws FetchFailed {
        try {
            InputStream content = entity.getContent();
            return content.read(buffer);
        } catch (IOException e) {
            throw attempt.failed(e);
        }
    }

    private static URI moved(URI asked, @Nullable Header location) throws FetchFailed {
        try {
            URI next = location == null ? asked : asked.resolve(location.getValue());
            if (next.equals(asked)) {
                throw leadsNowhere();
            }
            return next;
        } catch (IllegalArgumentException e) {
            throw leadsNowhere();
        }
    }

    private static FetchFailed leadsNowhere() {
        return FetchFailed.forever("сервер отправляет по непонятному адресу");
    }

    static FetchFailed tooLarge(DataSize largest) {
        return FetchFailed.forever("файл больше " + largest.toMegabytes() + " МБ");
    }

    private static CloseableHttpClient client(MediaSettings settings) {
        Timeout connect = Timeout.of(settings.connectTime());
        Timeout silence = Timeout.of(settings.silence());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new NoLookups())
                        .setMaxConnTotal(settings.parallel())
                        .setMaxConnPerRoute(settings.parallel())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(silence)
                                .build())
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(silence).build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(silence).build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("mcu")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** The client goes where the guard has looked, and nowhere else. */
    private static final class NoLookups implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("names are looked up by the guard only");
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException("names are looked up by the guard only");
        }
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        client.close();
    }
}
