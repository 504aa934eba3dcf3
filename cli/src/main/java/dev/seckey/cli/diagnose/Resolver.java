package dev.seckey.cli.diagnose;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The name service. */
@FunctionalInterface
public interface Resolver {
    Resolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    List<InetAddress> resolve(String name) throws UnknownHostException;
}
