package ru.mcu.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** Closes the embedded server to other users of the computer: a random password kept in a file of the owner. */
record ServerPassword(String value) {

    private static final String ACCESS = "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n";

    /** The password in the file, created with the first call. */
    static ServerPassword in(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "password", null);
            if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(draft, HexFormat.of().formatHex(random));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return new ServerPassword(Files.readString(file).strip());
    }

    /** Makes the server ask for this password; to be repeated at each start, since a start may be cut short. */
    void require(Connection superuser, Path serverFolder) throws SQLException, IOException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("alter role postgres password '" + value + "'");
            Path draft = serverFolder.resolve("pg_hba.conf.new");
            Files.writeString(draft, ACCESS);
            Files.move(draft, serverFolder.resolve("pg_hba.conf"), StandardCopyOption.REPLACE_EXISTING);
            statement.execute("select pg_reload_conf()");
        }
    }

    @Override
    public String toString() {
        return "ServerPassword[hidden]";
    }
}
