package ru.mcu.channel.open311;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.mcu.answer.PersonalDataDetector;
import ru.mcu.channel.DirectIntake;
import ru.mcu.channel.RemoteFile;
import ru.mcu.directory.Directory;
import ru.mcu.message.EntryStep;
import ru.mcu.message.MessageKind;
import ru.mcu.message.NewMessage;
import ru.mcu.message.Priority;
import ru.mcu.message.PublicRequests;
import ru.mcu.message.Regime;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Hashes;

/** Requests of GeoReport v2, in and out. Out goes nothing that says who reported. */
@Service
class Open311Requests {

    private static final String NUMBER = "МЦУ-";
    private static final int LONGEST = 10_000;
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 500;
    private static final Duration LONGEST_SPAN = Duration.ofDays(90);

    private final DirectIntake intake;
    private final PublicRequests requests;
    private final Open311Services services;
    private final PersonalDataDetector personalData;
    private final Directory directory;
    private final Clock clock;

    Open311Requests(
            DirectIntake intake,
            PublicRequests requests,
            Open311Services services,
            PersonalDataDetector personalData,
            Directory directory,
            Clock clock) {
        this.intake = intake;
        this.requests = requests;
        this.services = services;
        this.personalData = personalData;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Registers a request.
     *
     * @param caller the program's name; ids of different programs never meet
     * @param token the same for every repetition of one request, null when the program has none
     */
    List<Map<String, Object>> create(String caller, @Nullable String token, Map<String, String> fields) {
        String group = services.byCode(text(fields, "service_code")).name();
        String description = text(fields, "description");
        if (description == null) {
            throw Open311Refused.invalid("Не указан description: опишите проблему");
        }
        if (description.length() > LONGEST) {
            throw Open311Refused.invalid("description длиннее " + LONGEST + " знаков");
        }
        Open311Place place = place(fields);
        String media = text(fields, "media_url");
        List<RemoteFile> files = media == null
                ? List.of()
                : List.of(new RemoteFile("media_url", RemoteFile.Kind.PHOTO, address(media), null, null));
        String name = Stream.of(text(fields, "first_name"), text(fields, "last_name"))
                .filter(it -> it != null)
                .collect(Collectors.joining(" "));
        String email = text(fields, "email");
        var registered = intake.register(
                new NewMessage(
                        Channel.OPEN311,
                        token == null || token.isBlank() ? null : caller + ":" + Hashes.sha256(token.strip()),
                        null,
                        null,
                        null,
                        name.isEmpty() ? null : name,
                        email != null ? email : text(fields, "phone"),
                        null,
                        false,
                        description,
                        place.line(),
                        null,
                        group,
                        null,
                        Priority.NORMAL,
                        MessageKind.SOLVABLE,
                        Regime.MESSAGE,
                        null,
                        clock.instant(),
                        null,
                        null,
                        !files.isEmpty(),
                        EntryStep.TRIAGE,
                        null),
                files);
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("service_request_id", id(registered.number()));
        receipt.put("service_notice", "Сообщение зарегистрировано под номером " + registered.number() + ".");
        receipt.put("account_id", null);
        return List.of(receipt);
    }

    /** @throws Open311Refused 404 when there is none */
    List<Map<String, Object>> one(String id) {
        PublicRequests.Filter filter = new PublicRequests.Filter(List.of(NUMBER + id), List.of(), null, null, null);
        List<Map<String, Object>> found = views(requests.find(Channel.OPEN311, filter, 0, 1));
        if (found.isEmpty()) {
            throw Open311Refused.missing("service_request_id не найден");
        }
        return found;
    }

    /** A page of requests; without dates those of the last 90 days. */
    List<Map<String, Object>> find(Map<String, String> query) {
        int size = number(query, "page_size", PAGE, LARGEST_PAGE);
        int page = number(query, "page", 1, 100_000);
        return views(requests.find(Channel.OPEN311, filter(query), (page - 1) * size, size));
    }

    private PublicRequests.Filter filter(Map<String, String> query) {
        List<String> ids = list(query, "service_request_id");
        if (!ids.isEmpty()) {
            return new PublicRequests.Filter(ids.stream().map(NUMBER::concat).toList(), List.of(), null, null, null);
        }
        List<String> groups = list(query, "service_code").stream()
                .map(code -> services.byCode(code).name())
                .toList();
        Instant from = moment(query, "start_date", false);
        Instant to = moment(query, "end_date", true);
        if (from == null) {
            from = (to == null ? clock.instant() : to).minus(LONGEST_SPAN);
        } else if (to == null || Duration.between(from, to).compareTo(LONGEST_SPAN) > 0) {
            to = from.plus(LONGEST_SPAN);
        }
        return new PublicRequests.Filter(List.of(), groups, closed(list(query, "status")), from, to);
    }

    private static @Nullable Boolean closed(List<String> states) {
        if (states.stream().anyMatch(it -> !it.equals("open") && !it.equals("closed"))) {
            throw Open311Refused.invalid("status бывает open и closed");
        }
        return states.stream().distinct().count() == 1 ? Boolean.valueOf(states.contains("closed")) : null;
    }

    private List<Map<String, Object>> views(List<PublicRequests.PublicRequest> found) {
        return found.stream().map(this::view).toList();
    }

    private Map<String, Object> view(PublicRequests.PublicRequest request) {
        Open311Place place = Open311Place.parse(request.place());
        String address = place.addressWithoutFlat();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("service_request_id", id(request.number()));
        view.put("status", request.closed() ? "closed" : "open");
        view.put("status_notes", request.answer());
        view.put("service_name", request.topicGroup());
        view.put(
                "service_code",
                services.byName(request.topicGroup()).map(group -> group.code()).orElse(null));
        view.put("description", null); // the author's own words are not public
        view.put(
                "agency_responsible",
                request.executorBody() == null
                        ? null
                        : directory
                                .findBody(request.executorBody())
                                .map(body -> body.name())
                                .orElse(null));
        view.put("service_notice", null);
        view.put("requested_datetime", local(request.registeredAt()));
        view.put("updated_datetime", local(request.updatedAt()));
        view.put("expected_datetime", request.dueAt() == null ? null : local(request.dueAt()));
        view.put("address", address == null ? null : personalData.mask(address));
        view.put("address_id", null);
        view.put("zipcode", null);
        view.put("lat", place.latitude());
        view.put("long", place.longitude());
        view.put("media_url", null);
        return view;
    }

    private String local(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS).atZone(directory.city().zone()));
    }

    private static Open311Place place(Map<String, String> fields) {
        String address = text(fields, "address_string");
        Double latitude = coordinate(fields, "lat", 90);
        Double longitude = coordinate(fields, "long", 180);
        if (address == null && (latitude == null || longitude == null)) {
            throw Open311Refused.invalid("Не указано место: нужны lat и long или address_string");
        }
        return new Open311Place(address, latitude, longitude);
    }

    private static @Nullable Double coordinate(Map<String, String> fields, String name, int most) {
        String text = text(fields, name);
        if (text == null) {
            return null;
        }
        if (!text.matches("-?\\d{1,3}(\\.\\d{1,15})?") || Math.abs(Double.parseDouble(text)) > most) {
            throw Open311Refused.invalid(name + " должно быть числом от -" + most + " до " + most);
        }
        return Double.valueOf(text);
    }

    private static String address(String url) {
        try {
            URI address = URI.create(url);
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && url.length() <= 1000) {
                return url;
            }
        } catch (IllegalArgumentException noAddress) {
            throw Open311Refused.invalid("media_url должен быть адресом http или https");
        }
        throw Open311Refused.invalid("media_url должен быть адресом http или https");
    }

    private @Nullable Instant moment(Map<String, String> query, String name, boolean end) {
        String text = text(query, name);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == 10) {
                LocalDate day = LocalDate.parse(text);
                return (end ? day.plusDays(1) : day)
                        .atStartOfDay(directory.city().zone())
                        .toInstant();
            }
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Open311Refused.invalid(name + " должно быть временем вида 2026-11-23T09:00:00+07:00");
        }
    }

    private static int number(Map<String, String> query, String name, int otherwise, int most) {
        String text = text(query, name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw Open311Refused.invalid(name + " должно быть целым числом от 1");
        }
        return Math.min(Integer.parseInt(text), most);
    }

    private static List<String> list(Map<String, String> query, String name) {
        String text = text(query, name);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", 200))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList();
    }

    private static @Nullable String text(Map<String, String> fields, String name) {
        String text = fields.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String id(String number) {
        return number.startsWith(NUMBER) ? number.substring(NUMBER.length()) : number;
    }
}
