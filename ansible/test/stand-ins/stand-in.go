// Command stand-in takes the place of a server whose image cannot be pulled: it listens where that server does, and
// answers every request with its name.
//
// It takes NAME and PORTS from the environment, as an image's command is what its user chooses; a port that ends with
// "s" speaks TLS. Under any other name of its file it is a health check: it fails unless the first port is open.
package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"log"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	name, ports := os.Getenv("NAME"), strings.Fields(os.Getenv("PORTS"))
	if filepath.Base(os.Args[0]) != "stand-in" {
		connection, err := net.DialTimeout("tcp", "127.0.0.1:"+ports[0], time.Second)
		if err != nil {
			log.Fatal(err)
		}
		connection.Close()
		return
	}
	answer := http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		writer.Header().Set("Content-Type", "text/plain; version=0.0.4")
		fmt.Fprintf(writer, "# %s, or rather its stand-in, was asked for %s\n", name, request.URL.Path)
	})
	for _, port := range ports {
		number, secure := strings.CutSuffix(port, "s")
		listener, err := net.Listen("tcp", ":"+number)
		if err != nil {
			log.Fatal(err)
		}
		if secure {
			listener = tls.NewListener(listener, &tls.Config{Certificates: []tls.Certificate{certificate()}})
		}
		go func() { log.Fatal(http.Serve(listener, answer)) }()
	}
	log.Printf("standing in for %s on %s", name, ports)
	select {}
}

// As a proxy shows while it waits for its own.
func certificate() tls.Certificate {
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		log.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().AddDate(0, 0, 1)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, public, private)
	if err != nil {
		log.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: private}
}
