//! How many connections the descriptors of this process allow (RLIMIT_NOFILE, `ulimit -n`).

/// More are not asked for: memory is the next thing to run out.
const WANTED: u64 = 16_384;
/// For the database and its journals, the log, and connections that are being made or closed.
const KEPT_FREE: u64 = 128;
/// One for the connection and one for the file it is sent.
const OF_A_CONNECTION: u64 = 2;
/// Most connections at a time, however many descriptors there are.
const MOST: usize = 4096;
/// Fewer make no server.
const LEAST: usize = 16;

/// Raises the limit as far as the system lets it, and says how many connections fit.
pub(super) fn allow() -> usize {
    connections_in(available())
}

fn connections_in(descriptors: u64) -> usize {
    let fit = descriptors.saturating_sub(KEPT_FREE) / OF_A_CONNECTION;
    usize::try_from(fit).unwrap_or(MOST).clamp(LEAST, MOST)
}

#[cfg(unix)]
fn available() -> u64 {
    use rlimit::Resource;
    let Ok((soft, hard)) = Resource::NOFILE.get() else {
        return 1024;
    };
    let wanted = WANTED.min(hard);
    if soft < wanted && Resource::NOFILE.set(wanted, hard).is_ok() {
        return wanted;
    }
    soft
}

#[cfg(not(unix))]
fn available() -> u64 {
    WANTED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_leave_descriptors_free() {
        for (descriptors, expected) in [(64, LEAST), (1024, 448), (4096, 1984), (1 << 20, MOST)] {
            assert_eq!(connections_in(descriptors), expected, "{descriptors}");
        }
    }
}
