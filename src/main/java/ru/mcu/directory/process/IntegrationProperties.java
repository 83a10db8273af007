package ru.mcu.directory.process;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The account with which outside systems call the REST interface.
 *
 * @param password when given, the account {@code integration} is created at start; environment variable {@code
 *     MCU_INTEGRATION_PASSWORD}
 */
@ConfigurationProperties("mcu.integration")
record IntegrationProperties(@Nullable String password) {}
