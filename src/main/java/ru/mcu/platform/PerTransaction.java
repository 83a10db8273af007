package ru.mcu.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers what was asked within the running transaction, so that the database is asked once; without a transaction
 * nothing is remembered.
 */
public final class PerTransaction<K, V> {

    /** The value known to this transaction, or a new one, then known. */
    public V get(K key, Function<K, V> source) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return source.apply(key);
        }
        Map<K, V> known = known();
        V value = known.get(key);
        if (value == null) {
            value = source.apply(key);
            known.put(key, value);
        }
        return value;
    }

    /** The value, if this transaction knows it. */
    public Optional<V> peek(K key) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? Optional.ofNullable(known().get(key))
                : Optional.empty();
    }

    /** The next to ask gets a fresh value. */
    public void forget(K key) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().remove(key);
        }
    }

    @SuppressWarnings("unchecked") // the key is this object, which binds nothing else
    private Map<K, V> known() {
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return (Map<K, V>) bound;
        }
        Map<K, V> fresh = new HashMap<>();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new Unbind(fresh));
        return fresh;
    }

    /** Keeps the values with their transaction, also while another one runs in between. */
    private final class Unbind implements TransactionSynchronization {

        private final Map<K, V> values;

        Unbind(Map<K, V> values) {
            this.values = values;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, values);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }
    }
}
