package ru.mcu.platform;

import java.nio.file.Path;

/**
 * Where the folders lie that a city edits, so that no other class guesses paths.
 *
 * @param root folder that holds {@code processes}, {@code forms} and {@code config}; property {@code mcu.home}
 * @param data folder the application may write to; property {@code mcu.data-dir}
 */
public record McuHome(Path root, Path data) {

    public McuHome {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    /** A home with the data folder in its default place, {@code <root>/.data}. */
    public static McuHome at(Path root) {
        return new McuHome(root, root.resolve(".data"));
    }

    /** The path of a configuration file or folder, e.g. {@code config("cities", "stavropol.yml")}; it need not exist. */
    public Path config(String... more) {
        return Path.of(root.resolve("config").toString(), more);
    }

    /** The folder of BPMN and DMN models. */
    public Path processes() {
        return root.resolve("processes");
    }

    /** The folder of embedded forms. */
    public Path forms() {
        return root.resolve("forms");
    }
}
