brand = Cùng Tiến
