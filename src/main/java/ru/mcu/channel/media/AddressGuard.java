package ru.mcu.channel.media;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps strangers from making us ask our own network: an address is looked up once, every machine behind it must be of
 * the open internet, and the connection goes to these very machines, whatever the name means a moment later.
 */
final class AddressGuard {

    private static final Set<String> INNER_ZONES = Set.of(
            "localhost", "local", "internal", "intranet", "lan", "home", "corp", "localdomain", "test", "invalid");

    private final boolean plainHttp;
    private final List<AllowedAddress> allowed;
    private final Names names;

    AddressGuard(MediaSettings settings, Names names) {
        this.plainHttp = settings.plainHttp();
        this.allowed =
                settings.allowedAddresses().stream().map(AllowedAddress::of).toList();
        this.names = names;
    }

    /** A name server. */
    interface Names {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    /** @throws FetchFailed when we may not go there, or the name is unknown now */
    Destination destination(URI address) throws FetchFailed {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")
                || address.getHost() == null
                || address.getRawUserInfo() != null) {
            throw forbidden();
        }
        String host = host(address.getHost());
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        boolean usual = (port == 443 || port == 80) && (scheme.equals("https") || plainHttp) && !isInner(host);
        List<InetAddress> machines = machines(host, usual, port);
        for (InetAddress machine : machines) {
            boolean excepted = allowed.stream().anyMatch(exception -> exception.covers(host, machine, port));
            if (!excepted && !(usual && PublicAddresses.contain(machine))) {
                throw forbidden();
            }
        }
        return new Destination(address, host, port, machines);
    }

    /** Names that no exception can cover are not even looked up: a look-up also tells something to a stranger. */
    private List<InetAddress> machines(String host, boolean usual, int port) throws FetchFailed {
        if (!usual && allowed.stream().noneMatch(exception -> exception.mayCover(host, port))) {
            throw forbidden();
        }
        try {
            List<InetAddress> found = Arrays.asList(names.find(host));
            if (found.isEmpty()) {
                throw new UnknownHostException(host);
            }
            return found;
        } catch (UnknownHostException e) {
            throw FetchFailed.forNow("сервер с файлом не найден");
        }
    }

    private static String host(String written) throws FetchFailed {
        String host = written.startsWith("[") ? written.substring(1, written.length() - 1) : written;
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (host.isEmpty() || host.contains("%")) {
            throw forbidden();
        }
        @Nullable String ascii = ascii(host);
        if (ascii == null) {
            throw forbidden();
        }
        return ascii.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String ascii(String host) {
        try {
            return AddressRange.isAddress(host) ? host : IDN.toASCII(host);
        } catch (IllegalArgumentException notAName) {
            return null;
        }
    }

    private static boolean isInner(String host) {
        if (AddressRange.isAddress(host)) {
            return false;
        }
        return !host.contains(".") || INNER_ZONES.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    private static FetchFailed forbidden() {
        return FetchFailed.forever("файл лежит по адресу, куда обращаться нельзя");
    }
}
