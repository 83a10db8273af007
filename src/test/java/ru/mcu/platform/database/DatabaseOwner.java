package ru.mcu.platform.database;

import java.nio.file.Path;

/** An application that starts the database and waits to be killed. */
final class DatabaseOwner {

    static final String READY = "database is ready";

    private DatabaseOwner() {}

    public static void main(String[] args) throws Exception {
        EmbeddedDatabase.start(Path.of(args[0]), 0);
        System.out.println(READY);
        System.in.read();
    }
}
