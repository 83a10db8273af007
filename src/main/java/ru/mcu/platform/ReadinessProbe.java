package ru.mcu.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Locale;

/** The image's health check: asks the application beside it for readiness, so that the image needs no curl. */
public final class ReadinessProbe {

    private static final int TIMEOUT_MILLIS = 5_000;

    private ReadinessProbe() {}

    /** Exit code 0 when ready, 1 otherwise; the port is the environment variable SERVER_PORT, 8080 by default. */
    public static void main(String[] args) {
        String port = System.getenv().getOrDefault("SERVER_PORT", "8080");
        System.exit(isReady(port) ? 0 : 1);
    }

    private static boolean isReady(String port) {
        try {
            URI readiness =
                    URI.create(String.format(Locale.ROOT, "http://127.0.0.1:%s/actuator/health/readiness", port));
            HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            System.out.println("readiness " + status);
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException unreachable) {
            System.out.println("readiness unreachable: " + unreachable.getMessage());
            return false;
        }
    }
}
