/**
 * Lab 05: servers that refuse, say nothing, are slow, or are not there.
 *
 * <p>{@link portzero.timeouts.Prober}, {@link portzero.timeouts.Client} and {@link portzero.timeouts.Retries} are given,
 * and so are {@link portzero.timeouts.Finding} and {@link portzero.timeouts.Policy}: they say what is asked for.
 * {@link portzero.timeouts.TcpProber}, {@link portzero.timeouts.PatientClient} and {@link portzero.timeouts.Backoff}
 * are yours to write.
 */
@NullMarked
package portzero.timeouts;

import org.jspecify.annotations.NullMarked;
