package dev.attune;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: an HTTP server on one port, its database, and the loop that moves tuning jobs. */
@SpringBootApplication
public class AttuneApplication {
    public static void main(String[] args) {
        SpringApplication.run(AttuneApplication.class, args);
    }
}
