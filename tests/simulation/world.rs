//! What happens to phones, clocks and the server in a story.

use super::files::copy_folder;
use super::story::{Backup, Story};
use std::time::Duration;

/// An hour, in milliseconds.
pub const HOUR: i64 = 3_600_000;
/// Phones in one story.
const MOST_PHONES: usize = 6;

impl Story {
    pub fn back_up(&mut self, phone: usize) {
        let folder = self.copy_path();
        self.phones[phone].back_up(&folder);
        self.note(format!("{phone}: backed up"));
        self.backups.push(Backup { phone, folder });
    }

    pub fn restore(&mut self) {
        if self.backups.is_empty() {
            return;
        }
        let which = self.dice.below(self.backups.len());
        let Backup { phone, folder } = &self.backups[which];
        let phone = *phone;
        self.phones[phone].restore(folder);
        self.note(format!("{phone}: restored"));
        // What was only on that phone is gone with it; that is nobody's fault. And who was deleted is back.
        self.kept.retain(|(of, _), _| *of != phone);
        self.may_vanish.retain(|(of, _)| *of != phone);
    }

    pub fn clone_phone(&mut self) {
        if self.backups.is_empty() || self.phones.len() >= MOST_PHONES {
            return;
        }
        let which = self.dice.below(self.backups.len());
        let clone = self.phones.len();
        let folder = self.home.path().join(format!("phone-{clone}"));
        copy_folder(&self.backups[which].folder, &folder);
        self.note(format!("{clone} is a clone of {}", self.backups[which].phone));
        self.start_phone(folder);
    }

    pub fn back_up_server(&mut self) {
        let folder = self.copy_path();
        self.network.server.back_up(&folder);
        self.note("the server is backed up");
        self.server_backups.push(folder);
    }

    pub async fn restore_server(&mut self) {
        if self.server_backups.is_empty() {
            return;
        }
        let which = self.dice.below(self.server_backups.len());
        let folder = self.server_backups[which].clone();
        self.network.server.restore(&folder).await;
        self.network.ledger.borrow_mut().restored();
        self.note("the server is restored");
    }

    pub fn kill_server(&self) {
        self.network.server.die();
        self.note("the server is killed");
    }

    pub fn jump_clock(&self, phone: usize) {
        let days = [-400, -30, -1, 1, 8, 30, 400][self.dice.below(7)];
        self.phones[phone].battery.clock.shift_days(days);
        let hours = i64::try_from(self.dice.below(72)).unwrap_or(0);
        self.network.server.shift(hours * HOUR);
        self.note(format!("{phone}: the clock jumps {days} days"));
    }

    /// A few seconds or a few hours, for everybody.
    pub fn let_time_go_by(&self) {
        let seconds = [2, 30, 300, 7200][self.dice.below(4)];
        self.note(format!("{seconds} s go by"));
        for phone in &self.phones {
            phone.battery.clock.shift_millis(seconds * 1000);
        }
        self.network
            .server
            .pass(Duration::from_secs(seconds.unsigned_abs()));
    }

    pub fn pull_the_plug(&self, phone: usize) {
        let connected = &self.phones[phone].line.connected;
        connected.set(!connected.get());
        self.note(format!("{phone}: connected: {}", connected.get()));
    }
}
