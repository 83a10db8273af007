package ru.mcu.answer;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import ru.mcu.directory.Body;
import ru.mcu.directory.Directory;

/** The phones of the city's own bodies are no personal data: an answer must name them. */
@Component
class CityContacts implements OwnContacts {

    private final List<String> phones;

    CityContacts(Directory directory) {
        this.phones = directory.bodies().stream()
                .map(Body::phone)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Collection<String> phones() {
        return phones;
    }

    @Override
    public Collection<String> emails() {
        return List.of();
    }
}
