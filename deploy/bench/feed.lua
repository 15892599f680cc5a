-- A feed in which nothing happens: it answers when its reader has waited.
if ngx.var.arg_waitMs then ngx.sleep(tonumber(ngx.var.arg_waitMs) / 1000) end
ngx.print('{"items":[],"page":{"nextCursor":"c1"}}')
