package ru.mcu.channel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mcu.platform.StartRefused;

@DisplayName("Куда за файлами не ходят")
class AddressGuardTests {

    private static final Map<String, List<String>> NAMES = Map.of(
            "photos.example", List.of("93.184.216.34"),
            "six.example", List.of("2606:2800:220:1::1"),
            "inner.example", List.of("10.0.0.5"),
            "both.example", List.of("93.184.216.34", "127.0.0.1"),
            "xn--80aeeqaabljrdbg6a3ahhcl4ay9hsa.xn--p1ai", List.of("93.184.216.34"),
            "files.city.local", List.of("10.1.2.3"));

    private final List<String> lookedUp = new ArrayList<>();

    @Test
    @DisplayName("открытый адрес проходит и спрашивается один раз; соединение пойдёт на найденные машины")
    void publicAddressesPass() throws Exception {
        Destination found = guard().destination(URI.create("https://photos.example/a.jpg?x=1"));
        assertThat(found.machines()).containsExactly(InetAddress.getByName("93.184.216.34"));
        assertThat(found.port()).isEqualTo(443);
        assertThat(lookedUp).containsExactly("photos.example");
        assertThat(guard().destination(URI.create("https://PHOTOS.example.:80/"))
                        .host())
                .isEqualTo("photos.example");
        assertThat(guard().destination(URI.create("https://six.example/")).machines())
                .hasSize(1);
        assertThat(guard().destination(URI.create("https://93.184.216.34/")).machines())
                .hasSize(1);
        assertThat(guard().destination(URI.create("https://[2606:2800:220:1::1]/"))
                        .machines())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://photos.example/",
                "ftp://photos.example/",
                "file:///etc/passwd",
                "jar:https://photos.example/!/",
                "gopher://photos.example/",
                "//photos.example/",
                "https:///a",
                "https://photos.example:22/",
                "https://photos.example:8080/",
                "https://user@photos.example/",
                "https://photos.example@127.0.0.1/",
                "https://inner.example/",
                "https://both.example/",
                "https://localhost/",
                "https://localhost./",
                "https://a.localhost/",
                "https://metadata/",
                "https://metadata.google.internal/computeMetadata/v1/",
                "https://files.city.local/",
                "https://127.0.0.1/",
                "https://127.1.2.3/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://127.1/",
                "https://0.0.0.0/",
                "https://0.1.2.3/",
                "https://10.1.2.3/",
                "https://100.64.0.1/",
                "https://100.127.255.255/",
                "https://100.100.100.200/",
                "https://168.63.129.16/",
                "https://169.254.169.254/latest/meta-data/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.0.0.192/",
                "https://192.168.1.1/",
                "https://198.18.0.1/",
                "https://203.0.113.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b:1::a00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
                "https://[2001:db8::1]/",
                "https://[2606:2800:220:1:0:5efe:a00:1]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/"
            })
    @DisplayName("внутренние, служебные и хитро записанные адреса закрыты навсегда")
    void everythingElseIsForbidden(String address) {
        FetchFailed refused = catchThrowableOfType(FetchFailed.class, () -> guard().destination(URI.create(address)));
        assertThat(refused).as(address).isNotNull();
        assertThat(refused.isForever()).isTrue();
        assertThat(refused.reason()).isEqualTo("файл лежит по адресу, куда обращаться нельзя");
    }

    @Test
    @DisplayName("о внутренних именах даже не спрашивают; неизвестное имя – повторим позже")
    void innerNamesAreNotLookedUp() {
        assertThatThrownBy(() -> guard().destination(URI.create("https://secret.internal/")))
                .isInstanceOf(FetchFailed.class);
        assertThat(lookedUp).isEmpty();
        FetchFailed unknown =
                catchThrowableOfType(FetchFailed.class, () -> guard().destination(URI.create("https://gone.example/")));
        assertThat(unknown.isForever()).isFalse();
    }

    @Test
    @DisplayName("исключения администратора: сеть, адрес с портом, имя – и ничего сверх них")
    void exceptionsOfTheAdministrator() throws Exception {
        assertPasses("https://10.1.2.3/", "10.1.2.0/24");
        assertPasses("http://10.1.2.3/", "10.1.2.0/24");
        assertForbidden("https://10.1.3.3/", "10.1.2.0/24");
        assertForbidden("https://10.1.2.3:8443/", "10.1.2.0/24");
        assertPasses("https://10.1.2.3:8443/", "10.1.2.3:8443");
        assertForbidden("https://10.1.2.3/", "10.1.2.3:8443");
        assertPasses("http://files.city.local:8080/a", "Files.City.local:8080");
        assertForbidden("http://files.city.local/a", "files.city.local:8080");
        assertForbidden("https://inner.example/", "files.city.local");
        assertPasses("https://[fd00::5]:8443/", "[fd00::5]:8443");
        assertPasses("https://[fd00::5]/", "fd00::/8");
        assertForbidden("http://photos.example/", "10.0.0.0/8");
        assertForbidden("https://both.example/", "10.0.0.0/8");
        assertPasses("https://both.example/", "127.0.0.1");
        Destination plain = new AddressGuard(TestSettings.settings(true, Duration.ofSeconds(1)), this::find)
                .destination(URI.create("http://photos.example/"));
        assertThat(plain.port()).isEqualTo(80);
        for (String nonsense : new String[] {"10.0.0.0/33", "10.0.0.0/x", "http://a", "a b", "", "300.1.1.1"}) {
            assertThatThrownBy(() -> guard(nonsense)).as(nonsense).isInstanceOf(StartRefused.class);
        }
    }

    private void assertPasses(String address, String allowed) throws Exception {
        assertThat(guard(allowed).destination(URI.create(address)).machines()).isNotEmpty();
    }

    private void assertForbidden(String address, String allowed) {
        assertThatThrownBy(() -> guard(allowed).destination(URI.create(address)))
                .as("%s with %s", address, allowed)
                .isInstanceOf(FetchFailed.class)
                .hasMessageContaining("нельзя");
    }

    private AddressGuard guard(String... allowed) {
        return new AddressGuard(TestSettings.allowing(allowed), this::find);
    }

    private InetAddress[] find(String host) throws UnknownHostException {
        lookedUp.add(host);
        if (NAMES.containsKey(host)) {
            List<InetAddress> found = new ArrayList<>();
            for (String address : NAMES.get(host)) {
                found.add(InetAddress.getByName(address));
            }
            return found.toArray(InetAddress[]::new);
        }
        if (host.matches("[0-9.]+|[0-9a-fx]+|.*:.*")) {
            return InetAddress.getAllByName(host);
        }
        throw new UnknownHostException(host);
    }
}
