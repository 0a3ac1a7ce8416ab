DELETE FROM progress
