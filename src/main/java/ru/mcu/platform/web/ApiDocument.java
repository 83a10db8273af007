package ru.mcu.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document for authors of gateways, at {@code /api/docs} behind the same login as the API itself. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String BASIC = "basic";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("МЦУ: обмен сообщениями граждан")
                        .version("1")
                        .description(
                                "Ошибки приходят как application/problem+json (RFC 9457): title и detail по-русски,"
                                        + " для неверных полей ещё errors. Моменты времени в UTC."))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Учётная запись группы integration")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }
}
