//! ui

pub mod components;
pub mod faces;
pub mod icons;
pub mod practice;
