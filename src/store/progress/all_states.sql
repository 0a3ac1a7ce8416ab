SELECT state FROM progress
