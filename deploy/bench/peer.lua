local id = ngx.var.uri:match("([^/]+)$")
local article, claims = ngx.location.capture_multi({ { "/articles/" .. id }, { "/claims/" .. id } })
if article.status ~= 200 then return ngx.exit(502) end
local body
if claims.status == 200 then
    body = '{"id":"' .. id .. '","article":' .. article.body .. ',"claims":' .. claims.body .. ',"completeness":{"complete":true}}'
else
    body = '{"id":"' .. id .. '","article":' .. article.body .. ',"completeness":{"complete":false}}'
end
ngx.header["Content-Length"] = #body
ngx.print(body)
