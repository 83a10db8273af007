package ru.mcu.directory.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which city this installation serves.
 *
 * @param city name of a file in {@code config/cities} without {@code .yml}; environment variable {@code MCU_CITY}
 */
@ConfigurationProperties("mcu")
record CityProperties(@DefaultValue("rubtsovsk") String city) {}
