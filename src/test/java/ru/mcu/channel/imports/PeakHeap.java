package ru.mcu.channel.imports;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The most memory that survived a garbage collection since this was made. */
final class PeakHeap {

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    PeakHeap() {
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Peak of the pools that outlive a collection, in MB. */
    long megabytes() {
        return pools.stream()
                        .filter(pool ->
                                pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
