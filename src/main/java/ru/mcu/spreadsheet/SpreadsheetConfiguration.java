package ru.mcu.spreadsheet;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.mcu.platform.McuHome;

/** The readers of both exports and their maps of steps, from the files under {@code config/}. */
@Configuration(proxyBeanMethods = false)
class SpreadsheetConfiguration {

    private final Path config;

    SpreadsheetConfiguration(McuHome home) {
        this.config = home.config();
    }

    @Bean
    SheetReader<IncidentRow> incidentSheetReader() {
        return SheetReader.incidents(config, SheetLimits.standard());
    }

    @Bean
    SheetReader<PosRow> posSheetReader() {
        return SheetReader.pos(config, SheetLimits.standard());
    }

    @Bean
    EntryPoints incidentEntryPoints() {
        return EntryPoints.load(config.resolve("incident-management/steps.yml"));
    }

    @Bean
    EntryPoints posEntryPoints() {
        return EntryPoints.load(config.resolve("pos/statuses.yml"));
    }
}
