SELECT only, bearer, enrolled FROM device
