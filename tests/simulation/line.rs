//! One phone's way into the network, and a watch over what leaves it.

use super::Dice;
use super::battery::Battery;
use super::network::Network;
use cung_tien::domain::consent::ShareStanding;
use cung_tien::domain::event::{Event, Happening, Recorded};
use cung_tien::store::event::StoredEvent;
use cung_tien::sync::transport::{Call, Lost, Sending, Transport};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// One phone's way into the network.
pub struct Line {
    network: Rc<Network>,
    battery: Rc<Battery>,
    name: String,
    dice: Dice,
    pub connected: Cell<bool>,
}

impl Line {
    pub fn new(network: &Rc<Network>, battery: &Rc<Battery>, name: &str, dice: Dice) -> Self {
        Self {
            network: Rc::clone(network),
            battery: Rc::clone(battery),
            name: name.to_owned(),
            dice,
            connected: Cell::new(true),
        }
    }

    /// Of whom this phone knows not to have consented, nothing may be in a request; and of nobody her name, or what she
    /// is called on this phone.
    fn watch(&self, call: &Call) {
        for trace in self.forbidden() {
            // All that is in a request: these, and headers that say the same for everybody.
            let parts = [call.path.as_str(), &call.bearer.to_hex(), &call.body];
            if !trace.is_empty() && parts.iter().any(|part| part.contains(&trace)) {
                let offence = format!("{} told of {trace}: {} {}", self.name, call.path, call.body);
                self.network.offences.borrow_mut().push(offence);
            }
        }
    }

    fn forbidden(&self) -> Vec<String> {
        let (mut forbidden, mut silent, mut told) = (Vec::new(), Vec::new(), BTreeSet::new());
        self.battery.look(|core| {
            let store = core.store_mut();
            for stored in store.learners().expect("profiles") {
                let learner = stored.learner;
                forbidden.extend([learner.id.to_string(), learner.id.0.simple().to_string()]);
                forbidden.push(learner.name);
                let share = store.share(learner.id).expect("a share");
                let shares = share.is_some_and(|share| share.standing == ShareStanding::Open);
                let events = store.events(learner.id).expect("events");
                if shares && stored.deleted_on.is_none() {
                    told.extend(events.iter().filter_map(attempt));
                } else {
                    silent.extend(events);
                }
            }
        });
        forbidden.extend(silent.iter().map(|event| event.place.stream.to_string()));
        // The same attempt can be in a profile that shares: whoever leaves keeps what was done together.
        forbidden.extend(silent.iter().filter_map(attempt).filter(|id| !told.contains(id)));
        forbidden
    }
}

fn attempt(event: &StoredEvent) -> Option<String> {
    match Recorded::read(&event.bytes) {
        Recorded::Known(Event {
            happening: Happening::AttemptRested(rested),
            ..
        }) => Some(rested.attempt.to_string()),
        _ => None,
    }
}

impl Transport for Line {
    fn send(&self, call: Call) -> Sending<'_> {
        Box::pin(async move {
            if !self.connected.get() {
                return Err(Lost::Offline);
            }
            self.watch(&call);
            let answer = self.network.carry(&self.name, call.clone(), &self.dice).await?;
            self.network.ledger.borrow_mut().answered(&call, &answer);
            Ok(answer)
        })
    }
}
