package ru.mcu.channel.max;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import ru.mcu.platform.StartRefused;

/** Whom calls of MAX trust: the usual authorities and those of a file, since Java does not know Минцифры's. */
final class MaxTrust {

    private MaxTrust() {}

    /**
     * @param pem certificates of further authorities
     * @throws StartRefused when the file cannot be read or holds no certificate
     */
    static SSLContext context(Path pem) {
        try (InputStream file = Files.newInputStream(pem)) {
            List<Certificate> trusted =
                    new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(file));
            if (trusted.isEmpty()) {
                throw refused(pem);
            }
            trusted.addAll(usual());
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : trusted) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory(store).getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw refused(pem);
        }
    }

    private static List<? extends Certificate> usual() throws GeneralSecurityException {
        return Arrays.stream(factory(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(it -> Arrays.stream(((X509TrustManager) it).getAcceptedIssuers()))
                .toList();
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static StartRefused refused(Path pem) {
        return new StartRefused(
                "Сертификаты для МАХ не читаются: " + pem,
                "Положите по этому пути файл с сертификатами в виде PEM или уберите настройку mcu.channels.max.ca-file.");
    }
}
