package ru.mcu.message;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.springframework.data.domain.Persistable;
import ru.mcu.platform.Ids;

/** A row with an id of our own making; knows whether it is new, so that no select precedes its insert. */
@MappedSuperclass
abstract class Stored implements Persistable<UUID> {

    @Id
    UUID id = Ids.next();

    @Transient
    private boolean fresh = true;

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    @PostPersist
    @PostLoad
    void stored() {
        fresh = false;
    }
}
