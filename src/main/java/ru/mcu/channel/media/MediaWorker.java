package ru.mcu.channel.media;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.message.Attachments;
import ru.mcu.message.CheckedFile;
import ru.mcu.message.FileCheck;
import ru.mcu.message.FileRefused;
import ru.mcu.message.FileSettings;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.audit.AuditTrail;

/** Fetches what channels announced: claim in one transaction, fetch and check outside, keep in another. */
@Component
public class MediaWorker {

    private static final Logger log = LoggerFactory.getLogger(MediaWorker.class);

    private final WantedFiles wanted;
    private final Fetching fetching;
    private final FileCheck check;
    private final Attachments attachments;
    private final AuditTrail audit;
    private final MediaSettings settings;
    private final FileSettings files;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService fetchers;
    private final Semaphore idle;

    MediaWorker(
            WantedFiles wanted,
            Fetching fetching,
            FileCheck check,
            Attachments attachments,
            AuditTrail audit,
            MediaSettings settings,
            FileSettings files,
            TransactionTemplate transaction,
            Clock clock) {
        this.wanted = wanted;
        this.fetching = fetching;
        this.check = check;
        this.attachments = attachments;
        this.audit = audit;
        this.settings = settings;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
        this.fetchers = Executors.newFixedThreadPool(settings.parallel(), new CustomizableThreadFactory("media-"));
        this.idle = new Semaphore(settings.parallel());
    }

    /** Wakes whoever is idle, so that one slow server does not hold up the files of others. */
    @Scheduled(fixedDelayString = "${mcu.media.poll:2s}")
    void poll() {
        if (!files.enabled()) {
            return;
        }
        wanted.releaseStuck(clock.instant());
        while (idle.tryAcquire()) {
            fetchers.execute(this::untilNothingIsDue);
        }
    }

    private void untilNothingIsDue() {
        try {
            one();
        } catch (RuntimeException e) {
            log.error("files cannot be fetched now", e);
        } finally {
            idle.release();
        }
    }

    /** Tries every file that is due; returns how many were tried. */
    public int workOff() {
        wanted.releaseStuck(clock.instant());
        return Stream.generate(() -> CompletableFuture.supplyAsync(this::one, fetchers))
                .limit(settings.parallel())
                .toList()
                .stream()
                .mapToInt(CompletableFuture::join)
                .sum();
    }

    private int one() {
        int tried = 0;
        Optional<Wanted> next = claim();
        while (next.isPresent()) {
            attempt(next.get());
            tried++;
            next = claim();
        }
        return tried;
    }

    Optional<Wanted> claim() {
        Instant now = clock.instant();
        return wanted.claim(now, now.plus(settings.lockedFor()));
    }

    void attempt(Wanted file) {
        try {
            Path content = Files.createTempFile("mcu-media-", null);
            try {
                fetch(file, content);
            } finally {
                Files.delete(content);
            }
        } catch (FileRefused e) {
            refuse(file, e);
        } catch (FetchFailed e) {
            failed(file, e);
        } catch (IOException | RuntimeException e) { // its message may hold the address, and that a token
            log.warn(
                    "file {} of channel {}: {}",
                    file.id(),
                    file.channel().code(),
                    e.getClass().getName());
            failed(file, FetchFailed.forNow("не удалось загрузить"));
        }
    }

    private void fetch(Wanted file, Path content) throws IOException, FileRefused {
        fetching.fetch(file, content);
        CheckedFile checked = check.check(content, file.title());
        transaction.executeWithoutResult(status -> {
            var kept = attachments.keep(file.messageId(), Attachments.Role.MESSAGE, checked);
            if (!wanted.kept(file, kept.id())) {
                status.setRollbackOnly();
            }
        });
    }

    private void refuse(Wanted file, FileRefused reason) {
        transaction.executeWithoutResult(status -> {
            if (wanted.refused(file, reason.reason()) && reason.virus() != null) {
                audit.record(
                        file.messageId(),
                        "Файл не принят",
                        CurrentUser.SYSTEM,
                        reason.reason(),
                        Map.of("virus", reason.virus()));
            }
        });
    }

    private void failed(Wanted file, FetchFailed reason) {
        if (reason.isForever()) {
            wanted.refused(file, reason.reason());
        } else if (file.attempt() >= settings.maxAttempts()) {
            wanted.refused(file, "не удалось загрузить: " + reason.reason());
        } else {
            wanted.later(file, clock.instant().plus(settings.backOff(file.attempt())), reason.reason());
        }
    }

    @PreDestroy
    void stop() {
        fetchers.shutdownNow();
    }
}
