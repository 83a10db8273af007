package ru.mcu.survey.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import ru.mcu.platform.scan.VirusScan;
import ru.mcu.survey.SurveyFixtures;
import ru.mcu.survey.Surveys;

/** The public page alone on a free port: real templates, style sheet and CSRF filter, a strict CSP, no database. */
final class SurveySite implements AutoCloseable {

    final SurveyFixtures fixtures = new SurveyFixtures();
    private final ConfigurableApplicationContext context;

    SurveySite() {
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.SERVLET)
                .properties(Map.of(
                        "spring.config.name", "survey-site",
                        "server.port", "0",
                        "server.address", "127.0.0.1",
                        "spring.servlet.multipart.max-file-size", "32MB",
                        "spring.servlet.multipart.max-request-size", "33MB"))
                .initializers(starting ->
                        ((GenericApplicationContext) starting).registerBean(Surveys.class, () -> fixtures.surveys))
                .run();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not a component, so no other test picks it up. */
    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @Import({SurveyPage.class, VirusScan.class})
    static class Application {

        @Bean
        static FilterRegistrationBean<CsrfFilter> csrf() {
            CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
            cookie.setCookieName("SURVEY-CSRF");
            cookie.setCookiePath("/survey");
            FilterRegistrationBean<CsrfFilter> filter = new FilterRegistrationBean<>(new CsrfFilter(cookie));
            filter.addUrlPatterns("/survey/*");
            filter.setDispatcherTypes(DispatcherType.REQUEST);
            return filter;
        }

        @Bean
        static FilterRegistrationBean<Filter> contentSecurityPolicy() {
            return new FilterRegistrationBean<>((request, response, chain) -> {
                ((HttpServletResponse) response)
                        .setHeader(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'");
                chain.doFilter(request, response);
            });
        }
    }
}
