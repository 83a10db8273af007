package ru.mcu.channel;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.message.Intake;
import ru.mcu.message.NewMessage;
import ru.mcu.message.Registered;

/** The way in for callers that wait for a receipt: the message and what is to be fetched for it, in one transaction. */
@Service
public class DirectIntake {

    private final Intake intake;
    private final RemoteFiles files;

    DirectIntake(Intake intake, RemoteFiles files) {
        this.intake = intake;
        this.files = files;
    }

    /** Registers once; a repetition returns the first receipt. */
    @Transactional
    public Registered register(NewMessage message, List<RemoteFile> remote) {
        Registered registered = intake.register(message);
        files.expect(registered.id(), message.channel(), remote);
        return registered;
    }
}
