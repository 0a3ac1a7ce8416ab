DELETE FROM tutorial
