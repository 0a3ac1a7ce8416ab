//! Devices: enrolling, who is in a share, taking one out.

use super::{Failure, Moment, Refusal};
use crate::domain::ids::{DeviceId, ShareId};
use crate::server::storage::{Device, DeviceKey, Member, ShareKey, ShareState, Transaction};
use crate::sync::secret::SecretHash;
use crate::sync::wire::{DevicesReply, LinkedDevice, ProblemCode, RemoveRequest, RenewRequest};

/// The device with this bearer.
///
/// # Errors
/// If there is none, or it was locked out.
pub fn known(transaction: &mut dyn Transaction, bearer: &SecretHash) -> Result<Device, Failure> {
    let device = transaction.device(bearer)?;
    let device =
        device.ok_or_else(|| Refusal::new(ProblemCode::UnknownDevice, "this bearer is not enrolled"))?;
    if device.revoked {
        let reason = "this device was locked out by the server's operators";
        return Err(Refusal::new(ProblemCode::Revoked, reason).into());
    }
    Ok(device)
}

/// Enrols a bearer. `admit` is asked first if it is a new one.
///
/// # Errors
/// If `admit` refuses, or the device was locked out.
pub fn enrol(
    transaction: &mut dyn Transaction,
    bearer: &SecretHash,
    now: Moment,
    admit: &dyn Fn() -> Result<(), Refusal>,
) -> Result<(), Failure> {
    if transaction.device(bearer)?.is_some() {
        known(transaction, bearer)?;
        return Ok(());
    }
    admit()?;
    // Whoever enrols and never shares anything is forgotten when others come.
    transaction.forget_idle_devices(now.day().saturating_sub(1))?;
    Ok(transaction.enrol(DeviceId::random(), bearer, now.day())?)
}

/// Locks a device out, or lets it in again: for the server's operators.
///
/// # Errors
/// If there is no such device.
pub fn revoke(transaction: &mut dyn Transaction, device: DeviceId, revoked: bool) -> Result<(), Failure> {
    if transaction.revoke(device, revoked)? {
        Ok(())
    } else {
        Err(Refusal::new(ProblemCode::NoSuchDevice, "no such device").into())
    }
}

/// Who may read a learner's progress.
///
/// # Errors
/// If the device that asks may not.
pub fn list(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    share: ShareId,
) -> Result<DevicesReply, Failure> {
    let (share, _) = inside(transaction, device, share)?;
    let members = transaction.members(share)?;
    let devices = members
        .into_iter()
        .filter(|(_, member)| !member.removed)
        .map(|(id, member)| LinkedDevice {
            device: id,
            own: member.own,
            this: member.device == device,
            since: member.since,
        });
    Ok(DevicesReply {
        devices: devices.collect(),
    })
}

/// Takes a device out. All codes of the share are void then: it may have made one.
///
/// # Errors
/// If it is not there, the device that asks is not one of her own, or a new claim is needed.
pub fn remove(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    share: ShareId,
    request: &RemoveRequest,
) -> Result<(), Failure> {
    let share = own(transaction, device, share)?;
    let members = transaction.members(share)?;
    let found = members.into_iter().find(|(id, _)| *id == request.device);
    let (_, member) =
        found.ok_or_else(|| Refusal::new(ProblemCode::NoSuchDevice, "no such device in this share"))?;
    match &request.claim {
        Some(claim) => transaction.set_claim(share, &claim.hash())?,
        // It knows the claim of today, and would be back with its next request.
        None if member.own && !member.removed => {
            let reason = "taking out one of her own devices needs a new claim";
            return Err(Refusal::new(ProblemCode::ClaimNeeded, reason).into());
        }
        None => {}
    }
    let removed = Member {
        removed: true,
        ..member
    };
    transaction.put_member(share, &removed)?;
    Ok(transaction.drop_codes(share)?)
}

/// Makes the old card void.
///
/// # Errors
/// If the device is not one of her own.
pub fn renew_claim(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    share: ShareId,
    request: &RenewRequest,
) -> Result<(), Failure> {
    let share = own(transaction, device, share)?;
    Ok(transaction.set_claim(share, &request.claim.hash())?)
}

/// The share, if the device is one of the learner's own.
pub(super) fn own(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    share: ShareId,
) -> Result<ShareKey, Failure> {
    let (share, member) = inside(transaction, device, share)?;
    if member.own {
        Ok(share)
    } else {
        Err(Refusal::not_own().into())
    }
}

/// The share, if the device may use it. To all others it does not exist.
fn inside(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    share: ShareId,
) -> Result<(ShareKey, Member), Failure> {
    let found = transaction.share(share)?;
    let open = found.filter(|share| share.state != ShareState::Closed);
    let share = open.ok_or_else(Refusal::no_share)?;
    let member = transaction.member(share.key, device)?;
    let member = member
        .filter(|member| !member.removed)
        .ok_or_else(Refusal::no_share)?;
    Ok((share.key, member))
}
