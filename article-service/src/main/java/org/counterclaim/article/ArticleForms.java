package org.counterclaim.article;

import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterclaim.kit.http.Negotiation;
import org.counterclaim.kit.http.Representation;
import org.jboss.resteasy.reactive.RestResponse;

/** Everything that an article can be written in. */
@ApplicationScoped
class ArticleForms {

    /** Changes whenever a form other than plain JSON writes the same article otherwise: tags must not outlive it. */
    private static final String VERSION = "1";

    private final Map<MediaType, ArticleForm> others;
    private final RoutingContext exchange;

    ArticleForms(@All List<ArticleForm> forms, RoutingContext exchange) {
        this.others = forms.stream().collect(Collectors.toMap(ArticleForm::type, Function.identity()));
        this.exchange = exchange;
    }

    /** The article in what the reader likes best, or 304 if he has it already. */
    RestResponse<Object> answer(Article article, String ifNoneMatch) {
        MediaType type = Negotiation.settled(exchange);
        ArticleView view = ArticleView.of(article);
        ArticleForm form = others.get(type);
        Representation<Object> representation = form == null
                ? Representation.of(view, article.revision(), article.updatedAt())
                : Representation.of(
                        form.write(view), article.revision(), List.of(type.toString(), VERSION), article.updatedAt());
        return representation.unless(ifNoneMatch, type);
    }
}
