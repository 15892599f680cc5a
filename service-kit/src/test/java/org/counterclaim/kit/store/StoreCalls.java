package org.counterclaim.kit.store;

import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets a test decide what becomes of each call that an actor makes to a real store. */
public interface StoreCalls {

    /**
     * One call.
     *
     * @param name method of the driver
     * @param call makes the call when it is subscribed to
     */
    <T> Uni<T> make(String name, Supplier<Uni<T>> call);

    /** The database as this actor reaches it. */
    static ReactiveMongoDatabase through(StoreCalls calls, ReactiveMongoDatabase database) {
        return proxy(
                ReactiveMongoDatabase.class,
                database,
                (method, result) ->
                        result.get() instanceof ReactiveMongoCollection<?> c ? collection(calls, c) : result.get());
    }

    private static ReactiveMongoCollection<?> collection(StoreCalls calls, ReactiveMongoCollection<?> collection) {
        return proxy(ReactiveMongoCollection.class, collection, (method, result) -> {
            Class<?> returned = method.getReturnType();
            if (returned == Uni.class) {
                return calls.make(method.getName(), () -> (Uni<?>) result.get());
            }
            return returned == Multi.class
                    ? calls.make(
                                    method.getName(),
                                    () -> ((Multi<?>) result.get()).collect().asList())
                            .onItem()
                            .transformToMulti((Function<List<?>, Multi<?>>) Multi.createFrom()::iterable)
                    : result.get();
        });
    }

    private static <T> T proxy(Class<T> type, Object target, Answer answer) {
        InvocationHandler handler = (self, method, args) -> answer.to(method, () -> invoke(method, target, args));
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Method method, Object target, Object[] args) {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a proxy answers to a method of the real thing. */
    interface Answer {
        Object to(Method method, Supplier<Object> result);
    }
}
