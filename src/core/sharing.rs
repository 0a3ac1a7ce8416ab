//! Consent: given, taken back, ended elsewhere; and what is shown of it.

use crate::core::environment::Core;
use crate::core::error::{CoreError, Result};
use crate::core::request::{
    GiveConsent, OpenCard, OpenDoor, OpenSharing, PlanCard, RenewCard, SettleEnded, TellTime, WelcomeLearner,
    WithdrawConsent,
};
use crate::core::sync::rescue;
use crate::core::view::{CardView, SentAt, ShareView, SharingView};
use crate::domain::consent::{Role, ShareStanding, WORDING};
use crate::domain::day::LearningDay;
use crate::domain::event::{Event, Happening, Recorded};
use crate::domain::ids::{LearnerId, ShareId};
use crate::domain::learner::{Learner, LearnerKind, tidy_name};
use crate::store::exchange::Exchange;
use crate::store::share::{ClaimDue, Share};
use crate::sync::secret::{Bearer, Seed};
use crate::sync::spoken::card_words;
use std::collections::BTreeSet;

const MILLIS_PER_MINUTE: i64 = 60_000;
const MINUTES_PER_DAY: i64 = 1_440;

impl Core {
    pub(super) fn open_sharing(&mut self, request: OpenSharing) -> Result<SharingView> {
        self.sharing_of(request.learner)
    }

    pub(super) fn give_consent(&mut self, request: GiveConsent) -> Result<SharingView> {
        let learner = self.store.learner(request.learner)?;
        if learner.kind == LearnerKind::Guest {
            return Err(CoreError::GuestsDoNotShare);
        }
        self.this_device()?;
        let today = self.today();
        let exchange = self.store.exchange()?;
        match exchange.share(learner.id)? {
            Some(share) if share.standing == ShareStanding::Open => drop(exchange),
            ended => {
                if let Some(share) = ended {
                    exchange.remove_share(share.id, learner.id)?;
                }
                let given = Event {
                    day: today,
                    happening: Happening::ConsentGiven { wording: WORDING },
                };
                exchange.record(learner.id, &given)?;
                carry_over(&exchange, learner.id)?;
                let seed = Seed::random();
                exchange.put_share(&own_share(ShareId::random(), learner.id, seed, today))?;
                exchange.commit()?;
            }
        }
        self.sharing_of(learner.id)
    }

    pub(super) fn withdraw_consent(&mut self, request: WithdrawConsent) -> Result<SharingView> {
        let learner = self.store.learner(request.learner)?;
        let today = self.today();
        let exchange = self.store.exchange()?;
        if let Some(share) = exchange.share(learner.id)? {
            if share.standing == ShareStanding::Open {
                exchange.end_share(share.id, share.claim)?;
            }
            // Recorded after the end was ordered: it belongs to no share until she consents again.
            if share.role == Role::Own {
                let withdrawn = Event {
                    day: today,
                    happening: Happening::ConsentWithdrawn,
                };
                exchange.record(learner.id, &withdrawn)?;
            }
            exchange.remove_share(share.id, learner.id)?;
            exchange.commit()?;
            self.store.write_anew();
        } else {
            drop(exchange);
        }
        self.sharing_of(learner.id)
    }

    pub(super) fn settle_ended(&mut self, request: SettleEnded) -> Result<()> {
        let today = self.today();
        let exchange = self.store.exchange()?;
        let Some(share) = exchange.share(request.learner)? else {
            return Ok(());
        };
        if share.standing == ShareStanding::Open {
            return Ok(());
        }
        if request.keep {
            exchange.remove_share(share.id, request.learner)?;
            return Ok(exchange.commit()?);
        }
        drop(exchange);
        // The share goes with the profile. Taken away before, a dead battery in between would leave a profile of which
        // nobody is asked any more whether it should go.
        self.store.delete_learner(request.learner, today)?;
        Ok(self.store.purge_learner(request.learner)?)
    }

    pub(super) fn open_card(&mut self, request: OpenCard) -> Result<CardView> {
        let learner = self.store.learner(request.learner)?;
        let share = self.store.share(learner.id)?.ok_or(CoreError::NotHerOwnDevice)?;
        let seed = Seed(share.seed.ok_or(CoreError::NotHerOwnDevice)?);
        Ok(CardView {
            learner,
            words: card_words(&seed).into_iter().map(str::to_owned).collect(),
            unfinished: share.next_seed.is_some(),
        })
    }

    pub(super) fn plan_card(&mut self, request: PlanCard) -> Result<Seed> {
        let exchange = self.store.exchange()?;
        let share = own(&exchange, request.learner)?;
        let seed = share.next_seed.map_or_else(Seed::random, Seed);
        exchange.put_share(&Share {
            next_seed: Some(seed.0),
            ..share
        })?;
        exchange.commit()?;
        Ok(seed)
    }

    pub(super) fn renew_card(&mut self, request: RenewCard) -> Result<CardView> {
        let learner = request.learner;
        let exchange = self.store.exchange()?;
        let share = own(&exchange, learner)?;
        if let Some(seed) = share.next_seed {
            exchange.put_share(&Share {
                seed: Some(seed),
                claim: Some(Seed(seed).claim().0),
                next_seed: None,
                ..share
            })?;
            exchange.commit()?;
        } else {
            drop(exchange);
        }
        self.open_card(OpenCard { learner })
    }

    pub(super) fn welcome_learner(&mut self, request: WelcomeLearner) -> Result<Learner> {
        let here = self.store.shares()?.into_iter().find(|s| s.id == request.share);
        if let Some(share) = here {
            // She is here already: the code was used on the same device again.
            return self.welcome_back(&share, request.seed);
        }
        let learner = Learner {
            id: LearnerId::random(),
            kind: LearnerKind::Profile,
            name: tidy_name(&request.name).ok_or(CoreError::EmptyName)?,
            avatar: request.avatar,
            preferences: request.preferences,
        };
        let today = self.today();
        let share = match request.seed {
            Some(seed) => Share {
                claim_due: ClaimDue::No,
                ..own_share(request.share, learner.id, seed, today)
            },
            None => Share {
                id: request.share,
                learner: learner.id,
                role: Role::Joined,
                standing: ShareStanding::Open,
                seed: None,
                claim: None,
                next_seed: None,
                claim_due: ClaimDue::No,
                since: today,
            },
        };
        self.store.welcome(&learner, &share)?;
        Ok(learner)
    }

    fn welcome_back(&mut self, share: &Share, seed: Option<Seed>) -> Result<Learner> {
        let mut renewed = Share {
            standing: ShareStanding::Open,
            ..share.clone()
        };
        if let Some(seed) = seed {
            renewed = Share {
                claim_due: ClaimDue::No,
                ..own_share(share.id, share.learner, seed, share.since)
            };
        }
        let exchange = self.store.exchange()?;
        exchange.forget_ending(share.id)?;
        exchange.put_share(&renewed)?;
        exchange.commit()?;
        Ok(self.store.learner(share.learner)?)
    }

    pub(super) fn open_door(&mut self, _: OpenDoor) -> Result<Bearer> {
        Ok(Bearer(self.this_device()?.bearer))
    }

    #[expect(
        clippy::unnecessary_wraps,
        reason = "every request is answered in the same way"
    )]
    pub(super) fn tell_time(&mut self, request: TellTime) -> Result<SentAt> {
        let now = self.environment.clock.unix_millis();
        Ok(self.time_of_day(now.saturating_add(i64::from(request.seconds) * 1_000)))
    }

    fn sharing_of(&mut self, learner: LearnerId) -> Result<SharingView> {
        let profile = self.store.learner(learner)?;
        let pace = self.pace()?;
        let endings_waiting = self.store.endings()?.iter().filter(|e| !e.confirmed).count();
        let exchange = self.store.exchange()?;
        let Some(share) = exchange.share(learner)? else {
            return Ok(SharingView {
                learner: profile,
                share: None,
                endings_waiting,
            });
        };
        let mut lessons = BTreeSet::new();
        let mut unsent_events = 0;
        for stream in exchange
            .streams(learner)?
            .into_iter()
            .filter(|stream| stream.ours)
        {
            let through = stream.mark.map_or(0, |mark| mark.through);
            for event in exchange.events_after(stream.id, through, usize::MAX)? {
                unsent_events += 1;
                if let Recorded::Known(known) = Recorded::read(&event.bytes) {
                    lessons.extend(known.happening.tutorial().cloned());
                }
            }
        }
        let rejected = exchange.rejected(learner)?.len();
        drop(exchange);
        let now = self.environment.clock.unix_millis();
        let wait = i64::try_from(pace.wait(now, true)).unwrap_or_default();
        Ok(SharingView {
            learner: profile,
            share: Some(ShareView {
                share: share.id,
                role: share.role,
                standing: share.standing,
                since: share.since,
                unsent_lessons: lessons.len(),
                unsent_events,
                rejected,
                sent_at: pace.last_success.map(|millis| self.time_of_day(millis)),
                trouble: pace.trouble,
                wait_until: (wait > 0).then(|| self.time_of_day(now.saturating_add(wait))),
            }),
            endings_waiting,
        })
    }

    fn time_of_day(&self, millis: i64) -> SentAt {
        let offset = self.environment.clock.offset_minutes();
        let minutes = millis.div_euclid(MILLIS_PER_MINUTE) + i64::from(offset);
        let of_day = minutes.rem_euclid(MINUTES_PER_DAY);
        let day = LearningDay::from_clock(millis, offset);
        SentAt {
            day,
            today: day == LearningDay::from_clock(self.environment.clock.unix_millis(), offset),
            hour: u8::try_from(of_day / 60).unwrap_or(0),
            minute: u8::try_from(of_day % 60).unwrap_or(0),
        }
    }
}

fn own_share(id: ShareId, learner: LearnerId, seed: Seed, since: LearningDay) -> Share {
    Share {
        id,
        learner,
        role: Role::Own,
        standing: ShareStanding::Open,
        seed: Some(seed.0),
        claim: Some(seed.claim().0),
        next_seed: None,
        claim_due: ClaimDue::Yes,
        since,
    }
}

/// The share of a learner whose own device this is.
fn own(exchange: &Exchange<'_>, learner: LearnerId) -> Result<Share> {
    exchange
        .share(learner)?
        .filter(|share| share.role == Role::Own)
        .ok_or(CoreError::NotHerOwnDevice)
}

/// What came from other devices under an earlier share is sent under the new one in a stream of this device: the
/// server deleted it with the earlier share, and its own device may be lost.
fn carry_over(exchange: &Exchange<'_>, learner: LearnerId) -> Result<()> {
    for stream in exchange.streams(learner)?.iter().filter(|stream| !stream.ours) {
        rescue(exchange, learner, stream)?;
    }
    Ok(())
}
